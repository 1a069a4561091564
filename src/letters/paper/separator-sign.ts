/** What the code of squares on a separator sheet says. Sheets are used for years, so it never changes. */
export const SEPARATOR_SIGN = 'PISMO-KOVERTA-1';
