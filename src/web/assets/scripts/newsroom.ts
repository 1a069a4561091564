/**
 * The newsroom in a browser: every key press is kept, the release as it will appear stands beside the words, keys.
 * Without this script the page's own buttons save, and show how it looks.
 */
import './inbox/keys';
import './editor/draft';
import './editor/format';
import './newsroom/writing';
