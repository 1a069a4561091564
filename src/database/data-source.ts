import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { DataSource, type DataSourceOptions, type MixedList } from 'typeorm';

/** Migrations stand beside `src/` both in the sources and in `dist/`. */
const migrationsFolder = fileURLToPath(new URL('../../migrations/', import.meta.url));

/** Options of every connection to the database; `poolSize` is connections a process. */
export function dataSourceOptions(url: string, poolSize = 20): DataSourceOptions {
  return {
    type: 'postgres',
    url,
    applicationName: 'pismo',
    poolSize,
    connectTimeoutMS: 5_000,
    synchronize: false,
    logging: false,
    extra: {
      statement_timeout: 60_000,
      idleTimeoutMillis: 30_000,
      // A page's question is answered in milliseconds: calling workers or a compiler for it takes longer than that.
      options: '-c max_parallel_workers_per_gather=0 -c jit=off',
    },
  };
}

/** Brings the database up to date; processes that start together wait for one another. */
export async function migrate(url: string): Promise<string[]> {
  const dataSource = new DataSource({
    ...dataSourceOptions(url, 2),
    migrations: await migrationClasses(),
    migrationsTableName: 'migration',
    migrationsTransactionMode: 'each',
    extra: {},
  } as DataSourceOptions);
  await dataSource.initialize();
  const lock = dataSource.createQueryRunner();
  try {
    await lock.query("SELECT pg_advisory_lock(hashtext('pismo:migrate'))");
    return (await dataSource.runMigrations()).map((migration) => migration.name);
  } finally {
    await lock.query("SELECT pg_advisory_unlock(hashtext('pismo:migrate'))").catch(() => undefined);
    await lock.release();
    await dataSource.destroy();
  }
}

async function migrationClasses(): Promise<MixedList<() => void>> {
  const files = readdirSync(migrationsFolder)
    .filter((file) => /^\d+-[a-z-]+\.(ts|js)$/.test(file))
    .sort();
  const modules = await Promise.all(
    files.map((file) => import(pathToFileURL(join(migrationsFolder, file)).href)),
  );
  return modules.flatMap((module: Record<string, () => void>) => Object.values(module));
}
