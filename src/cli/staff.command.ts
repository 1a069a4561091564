import { text } from 'node:stream/consumers';
import type { INestApplicationContext } from '@nestjs/common';
import { type Command, Option } from 'commander';
import { dateline } from '../calendar/dates.js';
import { Environment } from '../config/environment.js';
import { fill } from '../script/texts.js';
import type { Account } from '../staff/account.entity.js';
import { PasswordsService } from '../staff/passwords.service.js';
import { StaffRefused } from '../staff/staff-refused.js';
import { StaffService } from '../staff/staff.service.js';
import { staffTexts } from '../staff/staff.texts.js';
import { type Role, ROLES } from '../web/access.js';

type WithApp = (work: (app: INestApplicationContext) => Promise<void>) => Promise<void>;
type Input = NodeJS.ReadableStream & { isTTY?: boolean };
type Parts = { staff: StaffService; passwords: PasswordsService; publicUrl: string };

/** Adds `staff …`: accounts from the terminal, for the first day and for the day when nobody can sign in. */
export function staffCommand(program: Command, withApp: WithApp, input: Input = process.stdin): void {
  const staff = program
    .command('staff')
    .description('accounts of the office: add, list, passwords, recovery');

  /** Runs with the room's services; what the room refuses is said in words, and the command fails. */
  const run = (work: (parts: Parts) => Promise<void>) =>
    withApp((app) =>
      work({
        staff: app.get(StaffService, { strict: false }),
        passwords: app.get(PasswordsService, { strict: false }),
        publicUrl: app.get(Environment, { strict: false }).publicUrl,
      }),
    ).catch((error: unknown) => {
      if (!(error instanceof StaffRefused)) throw error;
      staff.error(inWords(error), { exitCode: 1 });
    });

  staff
    .command('add')
    .description(
      'add an account; its password comes on standard input, or without one its owner sets it through a printed link',
    )
    .requiredOption('--email <address>', 'address that the person signs in with')
    .requiredOption('--name <name>', 'name and surname, in quotation marks')
    .addOption(
      new Option('--role <role...>', 'what the account may do, one or more')
        .choices(ROLES)
        .makeOptionMandatory(),
    )
    .option('--unit <code>', "unit of the office's profile; drafters and approvers need one")
    .addHelpText(
      'after',
      `\nExample:\n  npm run pismo -- staff add --email ana@example.org --name "Ana Anić" --role clerk triage`,
    )
    .action(async (options: { email: string; name: string; role: Role[]; unit?: string }) => {
      const password = await passwordFrom(input);
      await run(async ({ staff, passwords, publicUrl }) => {
        const { email, name, role: roles, unit = null } = options;
        const account = await staff.createAccount({
          email,
          name,
          roles,
          unit,
          language: 'sr-Cyrl',
          password,
        });
        console.log(`Account ${account.email} was added (${account.roles.join(', ')}).`);
        if (password === undefined) printLink(account, await passwords.linkFor(account, publicUrl));
      });
    });

  staff
    .command('list')
    .description('list every account, with roles and state')
    .action(() =>
      run(async ({ staff }) => (await staff.all()).forEach((account) => console.log(lineOf(account)))),
    );

  forOneAccount(
    'reset-password',
    'print a one-time link for a new password, and sign the account out everywhere',
  )(async (account, { passwords, publicUrl }) => {
    printLink(account, await passwords.reset(account, publicUrl));
  });
  forOneAccount(
    'disable',
    'forbid sign-in and end all sessions; letters and history stay',
  )(async (account, { staff }) => {
    await staff.disable(account.id);
    console.log(`Account ${account.email} is disabled and signed out.`);
  });
  forOneAccount(
    'enable',
    'allow sign-in again, with the old password and roles',
  )(async (account, { staff }) => {
    await staff.enable(account.id);
    console.log(`Account ${account.email} may sign in again.`);
  });

  staff
    .command('recover')
    .description('print a one-time link that makes a new administrator, even when administrators exist')
    .action(() =>
      run(async ({ staff, publicUrl }) => {
        console.log('This link makes a new administrator. It works once, for 24 hours:');
        console.log(await staff.recoveryLink(publicUrl));
      }),
    );

  function forOneAccount(name: string, description: string) {
    return (work: (account: Account, parts: Parts) => Promise<void>) =>
      staff
        .command(name)
        .description(description)
        .requiredOption('--email <address>', 'address of the account')
        .action(({ email }: { email: string }) =>
          run(async (parts) => work(await parts.staff.byEmail(email), parts)),
        );
  }
}

const inWords = ({ refusals }: StaffRefused) =>
  refusals
    .map(
      ({ code, values }) => `error: ${fill(staffTexts.en.refusals[code], values ?? {})}${MENDS[code] ?? ''}`,
    )
    .join('\n');

/** What helps on a terminal, beside the words that pages say too. */
const MENDS: Partial<Record<StaffRefused['refusals'][number]['code'], string>> = {
  'email-taken': ' To give it a new password, run `staff reset-password`.',
  'account-disabled': ' `staff enable` does that.',
  'no-such-account': ' `staff list` prints the accounts that there are.',
  'last-administrator': ' `staff add --role admin` adds one.',
};

function printLink(account: Account, link: string): void {
  console.log(`With this link ${account.name} sets a password. It works once, for 72 hours:`);
  console.log(link);
}

function lineOf({ email, name, roles, unit, disabledAt, passwordHash, lastSignedInAt }: Account): string {
  const state = disabledAt ? 'disabled' : passwordHash === null ? 'waits for a password' : 'active';
  const seen = lastSignedInAt ? `last sign-in ${dateline(lastSignedInAt)}` : 'never signed in';
  return [email, name, roles.join(','), unit ?? '-', state, seen].join('\t');
}

/** The password on standard input, without the line's end; undefined from a keyboard or when nothing is given. */
async function passwordFrom(input: Input): Promise<string | undefined> {
  if (input.isTTY) return undefined;
  // A pipe that nobody closes would hold the command in silence.
  const hint = setTimeout(
    () =>
      console.error(
        'Waiting for a password on standard input; close it (< /dev/null) to get a link instead.',
      ),
    2_000,
  );
  try {
    return (await text(input)).replace(/\r?\n$/, '') || undefined;
  } finally {
    clearTimeout(hint);
  }
}
