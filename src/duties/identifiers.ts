import type { DutyDefinition } from './duty.js';

/** A definition's names as they stand in SQL. They come from code; anything but plain names is a mistake. */
export interface DutyTable {
  table: string;
  key: string;
  keyType: string;
  hasDoubt: boolean;
}

export function dutyTable(definition: Omit<DutyDefinition, 'perform'>): DutyTable {
  return {
    table: identifier(definition.table),
    key: identifier(definition.key),
    keyType: definition.keyType ?? 'uuid',
    hasDoubt: definition.inDoubtSeconds !== undefined,
  };
}

function identifier(name: string): string {
  if (!/^[a-z][a-z0-9_]{0,62}$/.test(name))
    throw new Error(
      `"${name}" is not a plain name of a table or column: use small letters, digits and underscores.`,
    );
  return `"${name}"`;
}
