// How the file is to be read, where detection may go wrong: its letters, its
// separator, its phone numbers and dates.

import { i18n } from '@lingui/core';
import { msg, t } from '@lingui/core/macro';
import { Group, Select } from '@mantine/core';

import type { ImportOptions, ImportPreview } from '../../../src-shared/transfer/import-types.ts';
import { countryOptions } from '../../data/choices.ts';
import { useHost } from '../../data/host-context.tsx';
import type { ImportFlow } from './use-import.ts';
import { SearchSelect } from '../../ui/search-select.tsx';

const charsets = [
  ['utf-8', msg`Any language (UTF-8)`],
  ['utf-16le', msg`Any language (UTF-16)`],
  ['utf-16be', msg`Any language (UTF-16 BE)`],
  ['windows-1252', msg`Western (Windows-1252)`],
  ['windows-1250', msg`Central European (Windows-1250)`],
  ['windows-1251', msg`Cyrillic (Windows-1251)`],
  ['iso-8859-2', msg`Central European (ISO 8859-2)`],
  ['windows-1253', msg`Greek (Windows-1253)`],
  ['windows-1254', msg`Turkish (Windows-1254)`],
  ['windows-1255', msg`Hebrew (Windows-1255)`],
  ['windows-1256', msg`Arabic (Windows-1256)`],
  ['windows-1257', msg`Baltic (Windows-1257)`],
  ['windows-874', msg`Thai (Windows-874)`],
  ['koi8-u', msg`Cyrillic (KOI8-U)`],
  ['ibm866', msg`Cyrillic (DOS)`],
  ['macintosh', msg`Western (Macintosh)`],
  ['shift_jis', msg`Japanese (Shift JIS)`],
  ['euc-jp', msg`Japanese (EUC-JP)`],
  ['gb18030', msg`Chinese (GB 18030)`],
  ['big5', msg`Traditional Chinese (Big5)`],
  ['euc-kr', msg`Korean (EUC-KR)`],
] as const;

/** The file's own, too, where it is none of these. */
function charsetsWith(own: string) {
  const known = charsets.map(([value, label]) => ({ value: String(value), label: i18n._(label) }));
  return known.some(({ value }) => value === own) ? known : [{ value: own, label: own }, ...known];
}

export function FileOptions({ flow, preview }: { flow: ImportFlow; preview: ImportPreview }) {
  const { settings } = useHost();
  const change = (patch: ImportOptions) => void flow.plan({ ...flow.options, ...patch });
  const { info } = preview;
  const shown = info.letters.slice(0, 3).join(', ');
  return (
    <Group mt="sm" gap="sm" align="start">
      <Select
        label={t`Character set`}
        size="xs"
        miw={210}
        className="fits"
        data={charsetsWith(info.charset)}
        value={info.charset}
        allowDeselect={false}
        inputWrapperOrder={['label', 'input', 'description']}
        description={info.letters.length === 0 ? undefined : t`Read as ${shown}`}
        onChange={(charset) => charset !== null && change({ charset })}
      />
      {info.delimiter !== undefined && (
        <Select
          label={t`Separator`}
          size="xs"
          miw={130}
          className="fits"
          data={[
            { value: ',', label: t`Comma` },
            { value: ';', label: t`Semicolon` },
            { value: '\t', label: t`Tab` },
            { value: '|', label: t`Bar` },
          ]}
          value={info.delimiter ?? ','}
          allowDeselect={false}
          onChange={(delimiter) => delimiter !== null && change({ delimiter })}
        />
      )}
      <SearchSelect
        label={t`Phone numbers are from`}
        size="xs"
        miw={190}
        className="fits"
        data={countryOptions()}
        value={flow.options.country ?? settings?.defaultCountry ?? 'US'}
        allowDeselect={false}
        inputWrapperOrder={['label', 'input', 'description']}
        description={countryWords(flow.countryIsOf)}
        onChange={(country) => country !== null && void flow.setCountry(country)}
      />
      <Select
        label={t`Dates such as 03/04/2021`}
        size="xs"
        miw={190}
        className="fits"
        data={[
          { value: 'auto', label: t`As the file suggests` },
          { value: 'dmy', label: t`Day first` },
          { value: 'mdy', label: t`Month first` },
          { value: 'ymd', label: t`Year first` },
        ]}
        value={flow.options.dateOrder ?? 'auto'}
        allowDeselect={false}
        onChange={(order) => {
          const { dateOrder: _old, ...rest } = flow.options;
          void flow.plan(
            order === 'dmy' || order === 'mdy' || order === 'ymd'
              ? { ...rest, dateOrder: order }
              : rest,
          );
        }}
      />
    </Group>
  );
}

const countryWords = (because: ImportFlow['countryIsOf']): string | undefined =>
  because === 'addresses'
    ? t`As most addresses in the file say`
    : because === 'words'
      ? t`As the words over its columns suggest`
      : undefined;
