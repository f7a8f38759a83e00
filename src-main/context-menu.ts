// What a click with the right button offers: for text, cut, copy and paste with the
// spelling's suggestions where the system checks it; for a link, its address.

import {
  clipboard,
  type ContextMenuParams,
  Menu,
  type MenuItemConstructorOptions as Item,
  type WebContents,
} from 'electron';

import { say } from './say.ts';

export function offerContextMenu(contents: WebContents): void {
  contents.on('context-menu', (_event, params) => {
    const items = itemsFor(params, contents);
    if (items.length > 0) Menu.buildFromTemplate(items).popup();
  });
}

const line: Item = { type: 'separator' };

function itemsFor(params: ContextMenuParams, contents: WebContents): Item[] {
  const { isEditable, selectionText, editFlags, linkURL } = params;
  const link = linkItem(linkURL);
  const parts: Item[][] = [
    isEditable ? suggestions(params, contents) : [],
    link === undefined ? [] : [link],
    isEditable || selectionText.trim() !== ''
      ? [
          ...(isEditable ? [role('cut', editFlags.canCut)] : []),
          role('copy', editFlags.canCopy),
          ...(isEditable ? [role('paste', editFlags.canPaste)] : []),
        ]
      : [],
    isEditable ? [role('selectAll', editFlags.canSelectAll)] : [],
  ];
  return parts
    .filter((part) => part.length > 0)
    .flatMap((part, at) => (at === 0 ? part : [line, ...part]));
}

const role = (name: 'cut' | 'copy' | 'paste' | 'selectAll', enabled: boolean): Item => ({
  role: name,
  label: say(`menu.${name}`),
  enabled,
});

const suggestions = (
  { misspelledWord, dictionarySuggestions }: ContextMenuParams,
  contents: WebContents,
): Item[] =>
  misspelledWord === ''
    ? []
    : dictionarySuggestions.map((word) => ({
        label: word,
        click: () => contents.replaceMisspelling(word),
      }));

/** Pages of our own have no address that anybody else could open. */
function linkItem(url: string): Item | undefined {
  const [, scheme = '', rest = ''] = /^(https?|mailto|tel):(.*)$/.exec(url) ?? [];
  if (scheme === '') return undefined;
  const [name, text] =
    scheme === 'mailto'
      ? (['copyEmail', decoded(rest.split('?')[0] ?? '')] as const)
      : scheme === 'tel'
        ? (['copyPhone', rest] as const)
        : (['copyLink', url] as const);
  return { label: say(`menu.${name}`), click: () => clipboard.writeText(text) };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
