import Fastify from 'fastify';
import pg from 'pg';

/** The floor of receiving: bare Fastify doing one INSERT of the same row, named by the letter's columns. */
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 20 });
await pool.query(`CREATE TABLE IF NOT EXISTS bare_letter (
  id uuid PRIMARY KEY DEFAULT uuidv7(), received_at timestamptz NOT NULL DEFAULT now(), name text NOT NULL,
  surname text NOT NULL, municipality text NOT NULL, address text NOT NULL, email text, message text NOT NULL)`);

const server = Fastify();
server.addContentTypeParser(
  'application/x-www-form-urlencoded',
  { parseAs: 'string' },
  (_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(body as string))),
);
server.get('/healthz', () => ({ ok: true }));
server.post('/letters', async (request, reply) => {
  const letter = request.body as Record<string, string>;
  const { rows } = await pool.query<{ id: string }>({
    name: 'insert',
    text: `INSERT INTO bare_letter (name, surname, municipality, address, email, message)
           VALUES ($1, $2, $3, $4, $5, $6) RETURNING id`,
    values: [letter.name, letter.surname, letter.municipality, letter.address, letter.email, letter.message],
  });
  return reply.status(201).send({ id: rows[0]!.id });
});
await server.listen({ port: Number(process.env.PORT), host: '127.0.0.1' });
process.on('SIGTERM', () => process.exit(0));
