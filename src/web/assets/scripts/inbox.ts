/**
 * The inbox in a browser: panes that are swapped alone, letters fetched ahead, keys. Everything has its link or
 * button, so without this script nothing is missing but speed.
 */
import './inbox/frames';
import './inbox/prefetch';
import './inbox/hits';
import './inbox/keys';
import './inbox/live';
import './inbox/job';
import './inbox/mentions';
import './inbox/suggest';
import './inbox/select';
