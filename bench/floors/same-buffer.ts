import { createServer, get, type IncomingMessage } from 'node:http';
import { once } from 'node:events';
import { buffer } from 'node:stream/consumers';

/** The floor of a cached page: node:http sending the same compressed bytes with their type. */
const request = get(process.env.PAGE!, { headers: { 'accept-encoding': 'br' } });
const [page] = (await once(request, 'response')) as [IncomingMessage];
const body = await buffer(page);
const headers = {
  'content-type': page.headers['content-type']!,
  'content-encoding': page.headers['content-encoding'] ?? 'identity',
  'content-length': body.length,
};

createServer((_request, response) => {
  response.writeHead(200, headers);
  response.end(body);
}).listen(Number(process.env.PORT), '127.0.0.1');
process.on('SIGTERM', () => process.exit(0));
