/** A place on a drawing: to the right and down from its upper left corner. */
export interface Point {
  readonly x: number;
  readonly y: number;
}
