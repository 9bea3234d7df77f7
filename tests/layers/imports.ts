import { readFileSync } from 'node:fs';
import ts from 'typescript';

/** One module named in a file, as it is written there. */
export interface Import {
  readonly specifier: string;
  readonly typesOnly: boolean;
}

/** Every module a TypeScript, JavaScript or Astro file imports, re-exports, globs or takes a type from. */
export function importsOf(path: string): readonly Import[] {
  const text = readFileSync(path, 'utf8');
  return (path.endsWith('.astro') ? scriptsOf(text) : [text]).flatMap(importsIn);
}

/** The imports in one piece of script. */
export function importsIn(script: string): readonly Import[] {
  const found: Import[] = [];
  const visit = (node: ts.Node): void => {
    found.push(...importsAt(node));
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('script.ts', script, ts.ScriptTarget.ESNext));
  return found;
}

/** The front matter and the script elements of an Astro component. */
function scriptsOf(component: string): string[] {
  const frontMatter = /^\s*---\n([\s\S]*?)\n---/.exec(component)?.[1] ?? '';
  const scripts = component.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g);
  return [frontMatter, ...[...scripts].map((script) => script[1] ?? '')];
}

function importsAt(node: ts.Node): Import[] {
  if (ts.isImportDeclaration(node)) return named(node.moduleSpecifier, isTypeImport(node));
  if (ts.isExportDeclaration(node)) return named(node.moduleSpecifier, node.isTypeOnly);
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument))
    return named(node.argument.literal, true);
  if (ts.isCallExpression(node)) return called(node);
  return [];
}

function isTypeImport({ importClause }: ts.ImportDeclaration): boolean {
  return importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword;
}

/** `import('…')` and `import.meta.glob('…')`. */
function called({ expression, arguments: given }: ts.CallExpression): Import[] {
  const isImport = expression.kind === ts.SyntaxKind.ImportKeyword;
  const isGlob = ts.isPropertyAccessExpression(expression) && ts.isMetaProperty(expression.expression);
  const first = given[0];
  if (first === undefined || !(isImport || isGlob)) return [];
  return ts.isArrayLiteralExpression(first)
    ? first.elements.flatMap((element) => named(element, false))
    : named(first, false);
}

function named(specifier: ts.Node | undefined, typesOnly: boolean): Import[] {
  return specifier !== undefined && ts.isStringLiteralLike(specifier)
    ? [{ specifier: specifier.text, typesOnly }]
    : [];
}
