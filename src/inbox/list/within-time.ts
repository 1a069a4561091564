import { type DataSource, type EntityManager, QueryFailedError } from 'typeorm';
import { giveUpAfter } from './count.queries.js';

/** PostgreSQL's code for a statement that took longer than it may. */
const CANCELED = '57014';

/** Reads something that nobody should wait long for; undefined when it takes longer than so many milliseconds. */
export async function withinTime<T>(
  dataSource: DataSource,
  milliseconds: number,
  read: (tx: EntityManager) => Promise<T>,
): Promise<T | undefined> {
  try {
    return await dataSource.transaction(async (tx) => {
      await giveUpAfter(tx, milliseconds);
      return read(tx);
    });
  } catch (error) {
    if (error instanceof QueryFailedError && (error.driverError as { code?: string }).code === CANCELED)
      return undefined;
    throw error;
  }
}
