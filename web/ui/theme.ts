import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';

const accent: MantineColorsTuple = [
  '#edf0fd',
  '#dbe2fb',
  '#b4c1f5',
  '#8a9def',
  '#667fe9',
  '#4f6be8',
  '#3b5bdb',
  '#3450c4',
  '#2c45ab',
  '#213788',
];

const dark: MantineColorsTuple = [
  '#c9cdd5',
  '#b5bac4',
  '#949cab',
  '#6b7380',
  '#3d444f',
  '#2b3038',
  '#22262d',
  '#1b1e23',
  '#15171b',
  '#101215',
];

const small = { defaultProps: { size: 'xs' } };

/** The look of every Otklik screen: dense, 13 px controls of 30 px, one accent. */
export const theme = createTheme({
  primaryColor: 'accent',
  primaryShade: { light: 6, dark: 5 },
  colors: { accent, dark },
  fontFamily: 'var(--font)',
  fontFamilyMonospace: 'var(--mono)',
  fontSizes: { xs: '13px', sm: '14px', md: '15px', lg: '17px', xl: '20px' },
  defaultRadius: 6,
  cursorType: 'pointer',
  respectReducedMotion: true,
  // Plain objects: naming the components themselves would bring all of them into the first bytes.
  components: {
    Button: small,
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray', size: 30 } },
    TextInput: small,
    PasswordInput: small,
    MultiSelect: small,
    NativeSelect: small,
    NumberInput: small,
    TagsInput: small,
    Textarea: small,
    Autocomplete: small,
    Select: {
      defaultProps: { size: 'xs', checkIconPosition: 'right', comboboxProps: { shadow: 'md' } },
    },
    // Nothing that one reads is smaller than 12 px.
    InputWrapper: {
      vars: () => ({
        description: { '--input-description-size': '12px' },
        error: { '--input-error-size': '12px' },
      }),
    },
    Pill: { vars: () => ({ root: { '--pill-fz': '12px' } }) },
    Combobox: { defaultProps: { shadow: 'md' } },
    Menu: { defaultProps: { shadow: 'md', position: 'bottom-end' } },
    Tooltip: {
      defaultProps: { openDelay: 400, events: { hover: true, focus: true, touch: false } },
    },
  },
});

/** Mantine's own neutrals are taken from tokens.css, so that there is one place for colour. */
export const cssVariables: CSSVariablesResolver = () => {
  const shared = {
    '--mantine-color-body': 'var(--surface)',
    '--mantine-color-text': 'var(--text)',
    '--mantine-color-dimmed': 'var(--text-3)',
    '--mantine-color-placeholder': 'var(--text-3)',
    '--mantine-color-default': 'var(--surface)',
    '--mantine-color-default-hover': 'var(--surface-2)',
    '--mantine-color-default-border': 'var(--line-strong)',
    '--mantine-color-default-color': 'var(--text)',
    '--mantine-color-anchor': 'var(--accent-text)',
    '--mantine-color-error': 'var(--bad)',
    '--mantine-color-red-light': 'var(--bad-soft)',
    '--mantine-color-red-light-color': 'var(--bad)',
    '--mantine-color-red-light-hover': 'var(--bad-soft)',
    '--mantine-color-red-filled': 'var(--bad-filled)',
    '--mantine-color-red-filled-hover': 'var(--bad-filled-hover)',
    '--mantine-color-gray-light-color': 'var(--text-2)',
    '--mantine-color-gray-light-hover': 'var(--surface-2)',
  };
  return { variables: {}, light: shared, dark: shared };
};
