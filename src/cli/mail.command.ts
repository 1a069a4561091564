import { readFile } from 'node:fs/promises';
import { type Command, Option } from 'commander';
import { createTransport } from 'nodemailer';
import { ConfigurationError, readEnvironment } from '../config/environment.js';
import { readOfficeProfile } from '../config/office-profile.js';
import { mailSample, SAMPLE_SCRIPTS, type SampleScript } from './mail-sample.js';

interface SendTest {
  script: SampleScript;
  from?: string;
  file?: string;
}

/** `pismo mail send-test`: a mail to the running office, by the door that a mail server would use. */
export function mailCommand(program: Command): void {
  program
    .command('mail')
    .description('letters by e-mail')
    .command('send-test')
    .description('bring an invented letter, or a mail of your own, to the running office by LMTP')
    .addOption(
      new Option('--script <script>', 'of the invented letter').choices(SAMPLE_SCRIPTS).default('cyrl'),
    )
    .option('--from <address>', 'who sends it, on the envelope and, of an invented letter, inside')
    .option('--file <eml>', 'a whole mail in place of the invented letter')
    .action(async (options: SendTest) => {
      const { lmtpPort, officeProfile } = readEnvironment();
      if (lmtpPort === undefined)
        throw new ConfigurationError([
          'LMTP_PORT is not set, so this office takes no letters by e-mail: set it as for the running program.',
        ]);
      const to = readOfficeProfile(officeProfile).email;
      const told = await bring(lmtpPort, to, await mailOf(options, to));
      console.log(`${told}\nThe letter is in /inbox in a moment; what its writer is sent is in the mailbox.`);
    });
}

async function mailOf({ script, from, file }: SendTest, to: string) {
  const sample = mailSample(script);
  const sender = from ?? sample.from.address;
  const envelope = { from: sender, to: [to] };
  if (file === undefined) return { envelope, to, ...sample, from: { ...sample.from, address: sender } };
  const raw = await readFile(file).catch((error: Error) => {
    throw new ConfigurationError([`${file} cannot be read (${error.message}): give the path of a mail.`]);
  });
  return { envelope, raw };
}

/** Gives the office's answer. */
async function bring(port: number, to: string, mail: Awaited<ReturnType<typeof mailOf>>): Promise<string> {
  const door = createTransport({ host: '127.0.0.1', port, lmtp: true, ignoreTLS: true });
  try {
    const { response, rejectedErrors = [] } = (await door.sendMail(mail)) as {
      response: string;
      rejectedErrors?: Error[];
    };
    if (rejectedErrors.length > 0) throw rejectedErrors[0]!;
    return `${to} answered: ${response}`;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const isClosed = code === 'ESOCKET' || code === 'ECONNREFUSED' || code === 'ECONNECTION';
    throw new ConfigurationError([
      isClosed
        ? `Nobody listens on LMTP port ${port}: start the office (npm start), or set LMTP_PORT as it has it.`
        : `The office did not take the mail: ${message}`,
    ]);
  }
}
