// What organisations, buckets and communities have in common in the window.

import { changedColumn, descriptionColumn, nameColumn } from './columns.tsx';

export const groupPath = (id: string): string => `/groups/${id}`;

export const groupColumns = () => [nameColumn(), descriptionColumn(), changedColumn()];
