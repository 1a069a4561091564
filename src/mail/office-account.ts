import type { FastifyRequest } from 'fastify';

/**
 * The account that the access guard let in. The room of accounts stands on the same floor as this one, so that
 * neither imports the other; the guard leaves what both need on the request.
 */
export function officeAccount({ signedIn }: FastifyRequest) {
  if (!signedIn) throw new Error('This route declares no access level that signs in.');
  return signedIn;
}

export type OfficeAccount = ReturnType<typeof officeAccount>;
