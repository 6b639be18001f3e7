import { isDay } from '@evenhand/kernel';

/** `YYYY-MM-DD` for a day written as `DD/MM/YYYY` or `D/M/YYYY`; nothing for any other text. */
export function britishDay(text: string): string | undefined {
  const [, day = '', month = '', year = ''] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text) ?? [];
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(written) ? written : undefined;
}
