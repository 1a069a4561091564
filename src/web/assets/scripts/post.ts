/**
 * The entry of paper letters in a browser: Enter goes from field to field, scans go as they are dropped, whoever wrote
 * before is offered while a name is typed. Without this script the form's own buttons do all of it.
 */
import './municipality';
import './post/keys';
import './post/pages';
import './post/people';
import './post/scans';
