// Finds words for people that stand in the window's sources instead of in a macro, and
// macros that would be read before the language is chosen.
import { type NodePath, parseAsync, traverse, types as t } from '@babel/core';

export type Literal = { readonly line: number; readonly text: string; readonly why: string };

/** Attributes and properties that are shown or read aloud. */
const shownNames = new Set([
  'alt',
  'aria-description',
  'aria-label',
  'aria-roledescription',
  'closeButtonLabel',
  'confirmLabel',
  'description',
  'error',
  'hint',
  'label',
  'message',
  'nothingFound',
  'nothingFoundMessage',
  'placeholder',
  'title',
]);
/** Two letters side by side; signs and single letters are no words. */
const hasWords = (text: string): boolean => /\p{L}{2}/u.test(text);

export async function literalsIn(path: string, code: string): Promise<Literal[]> {
  const file = await parseAsync(code, {
    filename: path,
    babelrc: false,
    configFile: false,
    parserOpts: { plugins: path.endsWith('x') ? ['typescript', 'jsx'] : ['typescript'] },
  });
  if (file === null) throw new Error(`${path} cannot be read`);
  const found: Literal[] = [];
  const note = (node: t.Node, text: string, why: string): void => {
    if (hasWords(text)) found.push({ line: node.loc?.start.line ?? 0, text: text.trim(), why });
  };
  traverse(file, {
    JSXText: (at) => note(at.node, isInMacro(at) ? '' : at.node.value, 'text in JSX'),
    JSXExpressionContainer(at) {
      if (at.parentPath.isJSXAttribute() || isInMacro(at)) return;
      for (const node of shownBy(at.node.expression)) note(node, textOf(node), 'text in JSX');
    },
    JSXAttribute(at) {
      const { name, value } = at.node;
      if (typeof name.name !== 'string' || !shownNames.has(name.name) || isInMacro(at)) return;
      const shown = t.isJSXExpressionContainer(value) ? value.expression : value;
      for (const node of shownBy(shown)) note(node, textOf(node), `attribute ${name.name}`);
    },
    ObjectProperty(at) {
      const { key, value } = at.node;
      const name = t.isIdentifier(key) ? key.name : t.isStringLiteral(key) ? key.value : '';
      if (!shownNames.has(name) || isInMacro(at)) return;
      for (const node of shownBy(value)) {
        // A record's label in small letters is a code.
        if (!/^[a-z]+$/.test(textOf(node))) note(node, textOf(node), `property ${name}`);
      }
    },
    TaggedTemplateExpression(at) {
      if (t.isIdentifier(at.node.tag, { name: 't' }) && at.getFunctionParent() === null) {
        note(at.node, 'a phrase', 'read before the language is chosen: use msg');
      }
      const isSaid = t.isIdentifier(at.node.tag, { name: 't' });
      const written = at.node.quasi.quasis.map(({ value }) => value.raw);
      if (isSaid && written.some((part) => /[{}]/.test(part))) {
        note(at.node, written.join(' '), 'a brace that is read as a place for a value');
      }
    },
  });
  return found;
}

/** What an expression may come to, as far as it is written there. */
function shownBy(node: t.Node | null | undefined): t.Node[] {
  if (t.isConditionalExpression(node)) {
    return [...shownBy(node.consequent), ...shownBy(node.alternate)];
  }
  if (t.isLogicalExpression(node)) return [...shownBy(node.left), ...shownBy(node.right)];
  if (t.isBinaryExpression(node, { operator: '+' })) {
    return [...shownBy(node.left), ...shownBy(node.right)];
  }
  if (t.isTSAsExpression(node) || t.isTSSatisfiesExpression(node)) return shownBy(node.expression);
  return t.isStringLiteral(node) || t.isTemplateLiteral(node) ? [node] : [];
}

function textOf(node: t.Node): string {
  if (t.isStringLiteral(node)) return node.value;
  return t.isTemplateLiteral(node) ? node.quasis.map(({ value }) => value.raw).join(' ') : '';
}

const macros = new Set(['Trans', 'Plural', 'Select', 'SelectOrdinal']);
const macroCalls = new Set(['msg', 't', 'plural', 'select', 'selectOrdinal', 'defineMessage']);

function isInMacro(at: NodePath): boolean {
  return (
    at.findParent(
      (above) =>
        (above.isJSXElement() &&
          t.isJSXIdentifier(above.node.openingElement.name) &&
          macros.has(above.node.openingElement.name.name)) ||
        (above.isCallExpression() &&
          t.isIdentifier(above.node.callee) &&
          macroCalls.has(above.node.callee.name)),
    ) !== null
  );
}
