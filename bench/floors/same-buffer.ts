import { createServer } from 'node:http';

/** The floor of a cached page: node:http sending the same bytes with the same headers. */
const page = await fetch(process.env.PAGE!, { headers: { 'accept-encoding': 'br' } });
const headers = { 'content-type': page.headers.get('content-type')! };
const body = Buffer.from(await page.arrayBuffer());

createServer((_request, response) => {
  response.writeHead(200, { ...headers, 'content-length': body.length });
  response.end(body);
}).listen(Number(process.env.PORT), '127.0.0.1');
process.on('SIGTERM', () => process.exit(0));
