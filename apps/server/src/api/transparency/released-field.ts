import { ApiProperty } from '@nestjs/swagger';

/** A count or rate as it is released to the public: `null` where it is withheld. Answers only. */
export const ReleasedField = (description: string): PropertyDecorator =>
  ApiProperty({
    description: `${description}; null where it is withheld.`,
    oneOf: [{ type: 'integer', minimum: 0 }, { type: 'null' }],
  });
