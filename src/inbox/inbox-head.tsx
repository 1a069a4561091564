import { asset } from '../web/assets.js';
import type { Ui } from './ui.js';

/**
 * What the inbox's script needs of the head. No page is kept: Back asks the server, so that it shows letters as
 * they are now, and after sign-out none.
 */
export const InboxHead = ({ ui }: { ui: Ui }) => (
  <>
    <meta name="csrf-token" content={ui.account.csrfToken} />
    <meta name="turbo-cache-control" content="no-cache" />
    <meta name="turbo-prefetch" content="false" />
    <script type="module" src={asset('inbox.js')} data-turbo-track="reload" />
  </>
);
