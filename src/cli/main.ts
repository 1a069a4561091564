import 'reflect-metadata';
import { ConfigurationError } from '../config/environment.js';
import { pismo } from './pismo.js';

try {
  await pismo().parseAsync();
  process.exit(process.exitCode ?? 0);
} catch (error) {
  const messages = error instanceof ConfigurationError ? error.problems : [(error as Error).message];
  for (const message of messages) console.error(`pismo: ${message}`);
  process.exit(1);
}
