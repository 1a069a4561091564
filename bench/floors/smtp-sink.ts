import { createServer } from 'node:http';
import { SMTPServer } from 'smtp-server';

/** Takes every e-mail and forgets it: the peer of `acknowledge`, for us and for the floor. */
new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS', 'AUTH'],
  hideSTARTTLS: true,
  onData(stream, _session, done) {
    stream.resume();
    stream.on('end', () => done());
  },
}).listen(Number(process.env.SMTP_PORT), '127.0.0.1');
createServer((_request, response) => response.end('ok')).listen(Number(process.env.PORT), '127.0.0.1');
process.on('SIGTERM', () => process.exit(0));
