import type { ListedStaff } from '../staff/list-staff.ts';

const HEAD = ['name', 'address', 'role', 'state', 'second factor'];

/** Who is on the staff, a line each, in columns; who was removed is left to `--json`. */
export function staffTable(staff: readonly ListedStaff[]): string {
  const rows = staff
    .filter(({ state }) => state !== 'removed')
    .map(({ name, email, role, state, hasSecondFactor }) => [
      name,
      email,
      role,
      state,
      hasSecondFactor ? 'yes' : 'no',
    ]);
  if (rows.length === 0)
    return 'Nobody is on the staff. For the first admin: npm run registry -- staff link --first\n';
  const table = [HEAD, ...rows];
  const widths = HEAD.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0)));
  return table.map((row) => lineOf(row, widths)).join('');
}

function lineOf(row: readonly string[], widths: readonly number[]): string {
  return `${row
    .map((text, column) => text.padEnd(widths[column] ?? 0))
    .join('  ')
    .trimEnd()}\n`;
}
