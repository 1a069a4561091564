/** Every address in a text without who it belongs to: `a…@example.org`. Mail servers quote addresses in answers. */
export const masked = (text: string): string =>
  text.replace(/([^\s<>@"'(),;:])[^\s<>@"'(),;:]*@([^\s<>@"'(),;:]+)/gu, '$1…@$2');
