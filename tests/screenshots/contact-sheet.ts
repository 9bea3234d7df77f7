/** One row a page, one column a picture of it: what is out of line shows at a glance. */
export function contactSheet(pictures: ReadonlyMap<string, readonly string[]>): string {
  const rows = [...pictures].map(
    ([name, files]) => `<h2>${name}</h2><div>${files.map(thumbnail).join('')}</div>`,
  );
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Screenshots</title>
<style>
  body { font: 0.875rem/1.5 system-ui; margin: 2rem; background: #888; }
  div { display: flex; gap: 1rem; align-items: start; overflow-x: auto; }
  img { height: 32rem; width: auto; object-fit: cover; object-position: top; }
</style>
<h1>Screenshots</h1>${rows.join('\n')}</html>\n`;
}

function thumbnail(file: string): string {
  return `<a href="${file}"><img src="${file}" alt="${file}" loading="lazy"></a>`;
}
