/** What makes the pages of readers more comfortable. Each page works without. */
import './choices.ts';
import './copy.ts';
import './filter-list.ts';
