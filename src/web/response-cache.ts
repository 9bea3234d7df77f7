import { LRUCache } from 'lru-cache';
import type { Entry } from './entry.ts';

const MEGABYTE = 1024 * 1024;

/**
 * Room for answers, in bytes, by what was asked. Apart, so that nobody who tries many days or words can push out the
 * pages that everybody reads.
 */
const ROOM = { plain: 64 * MEGABYTE, asked: 24 * MEGABYTE, searched: 8 * MEGABYTE } as const;
type Shelf = keyof typeof ROOM;

function shelfOf(address: string): Shelf {
  if (!address.includes('?')) return 'plain';
  return /[?&]q=/.test(address) ? 'searched' : 'asked';
}

/** Answers by address, bounded in bytes; all of one generation. */
export class ResponseCache {
  readonly #shelves: Record<Shelf, LRUCache<string, Entry>>;

  constructor(room: Record<Shelf, number> = ROOM) {
    const shelf = (maxSize: number) =>
      new LRUCache<string, Entry>({
        maxSize,
        sizeCalculation: (entry, address) => entry.size + address.length + 2048,
      });
    this.#shelves = { plain: shelf(room.plain), asked: shelf(room.asked), searched: shelf(room.searched) };
  }

  get(address: string): Entry | undefined {
    return this.#shelves[shelfOf(address)].get(address);
  }

  keep(address: string, entry: Entry): void {
    this.#shelves[shelfOf(address)].set(address, entry);
  }

  /** Weighs anew an entry that has grown, if it is still the one that is kept. */
  weigh(address: string, entry: Entry): void {
    const shelf = this.#shelves[shelfOf(address)];
    if (shelf.peek(address) !== entry) return;
    // Setting the same value again would leave its old weight standing.
    shelf.delete(address);
    shelf.set(address, entry);
  }

  clear(): void {
    for (const shelf of Object.values(this.#shelves)) shelf.clear();
  }

  /** Bytes held in all. */
  get size(): number {
    return Object.values(this.#shelves).reduce((sum, shelf) => sum + shelf.calculatedSize, 0);
  }
}
