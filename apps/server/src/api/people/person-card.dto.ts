import { TextField, UuidField } from '../../http/fields/fields';

/** Somebody as others may see them. */
export class PersonCardAnswer {
  @UuidField({ description: 'Id of the person.' })
  personId!: string;

  @TextField({ description: 'Their name.', max: 200, optional: true })
  name?: string;

  @TextField({ description: 'Organisation of their main post.', max: 200 })
  organisation!: string;

  @TextField({ description: 'Professional group by background.', max: 200 })
  professionalGroup!: string;

  @TextField({ description: 'Profession by background.', max: 200 })
  profession!: string;

  @TextField({ description: 'Leadership stage of their main post.', max: 200 })
  stage!: string;
}
