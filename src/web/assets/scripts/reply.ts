/**
 * The page of a reply in a browser: every key press is kept, the reply as it will leave stands beside the words, keys.
 * Without this script the page's own buttons save, insert and convert.
 */
import './inbox/keys';
import './editor/draft';
import './editor/format';
import './reply/forward';
import './reply/insert';
import './reply/others';
import './reply/upload';

// An order to dispatch has passed its time: the page says what has become of it.
const due = document.querySelector<HTMLElement>('[data-refresh]');
if (due) setTimeout(() => location.reload(), Number(due.dataset.refresh) * 1_000);
