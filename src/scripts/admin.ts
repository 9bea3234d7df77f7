/**
 * What makes the forms of staff more comfortable. Each page works without: nothing here does what the server would not
 * do when the form is sent.
 */
import './choices.ts';
import './copy.ts';
import './one-submit.ts';
import './preview.ts';
import './repeats.ts';
import './unsaved.ts';
