// A choice among many, found by typing: the click that opens it selects what stands there, and
// Enter takes the first that fits; what is no choice is never sent with the form.

import { Select, type SelectProps } from '@mantine/core';

export const SearchSelect = (props: SelectProps) => (
  <Select
    searchable
    selectFirstOptionOnChange
    {...props}
    onFocus={(event) => {
      event.currentTarget.select();
      props.onFocus?.(event);
    }}
    onKeyDown={(event) => {
      if (event.key === 'Enter' && event.currentTarget.ariaExpanded === 'true')
        event.preventDefault();
      props.onKeyDown?.(event);
    }}
  />
);
