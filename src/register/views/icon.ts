/**
 * The paths of the icons, drawn with a pen of two units on a square of 24.
 *
 * The three kinds of change differ in shape, not only in colour: a plus, a change of direction, a minus.
 */
export const ICONS = {
  add: 'M12 5v14M5 12h14',
  change: 'M4 9h15l-4-4M20 15H5l4 4',
  remove: 'M5 12h14',
  clock: 'M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18M12 7.5V12l3 2',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  feed: 'M5 5a14 14 0 0 1 14 14M5 11a8 8 0 0 1 8 8M5.5 18.5h.01',
  link: 'M10 14a4 4 0 0 0 5.7 0l3.3-3.3a4 4 0 0 0-5.7-5.7L12 6.3M14 10a4 4 0 0 0-5.7 0L5 13.3A4 4 0 0 0 10.7 19L12 17.7',
  copy: 'M9 9h11v11H9zM15 9V4H4v11h5',
  download: 'M12 4v11M7 10.5l5 5 5-5M5 20h14',
  print: 'M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z',
  arrow: 'M5 12h14M13 6l6 6-6 6',
  place: 'M12 21c4-4.5 6-8 6-11a6 6 0 1 0-12 0c0 3 2 6.5 6 11zM12 10h.01',
  shield: 'M12 3l7 3v5c0 5-3 8-7 10-4-2-7-5-7-10V6z',
  search: 'M10.5 4a6.5 6.5 0 1 0 0 13a6.5 6.5 0 1 0 0-13M15.5 15.5L20 20',
  calendar: 'M4 6h16v14H4zM4 10.5h16M8 3v5M16 3v5',
} as const;

export type IconName = keyof typeof ICONS;
