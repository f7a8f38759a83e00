// The keys that were changed on this laptop.

import { useHost } from './host-context.tsx';

const none: { readonly [action: string]: string } = {};

export const useChangedKeys = (): { readonly [action: string]: string } =>
  useHost().settings?.actionKeys ?? none;
