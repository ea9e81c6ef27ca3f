import { ActionIcon, Button, Select, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './card.module.css';
import { contactKinds } from './contact-kinds.data.ts';
import type { PersonFormOf } from './use-person-form.ts';

/** All ways to reach somebody, each of one kind. */
export function ContactsField({ form }: { form: PersonFormOf }) {
  const { t } = useTranslation();
  const { contacts } = form.getValues();
  return (
    <fieldset className={classes.group}>
      <legend className={classes.legend}>{t('people.contacts')}</legend>
      {contacts.map((contact, at) => (
        <div key={at} className={classes.contact}>
          <Select
            aria-label={t('cards.contactKind')}
            className={classes.contactKind}
            allowDeselect={false}
            data={contactKinds.map((kind) => ({ value: kind, label: t(`people.kind.${kind}`) }))}
            {...form.getInputProps(`contacts.${at}.kind`)}
          />
          <TextInput
            aria-label={t(`people.kind.${contact.kind}`)}
            className={classes.contactValue}
            {...form.getInputProps(`contacts.${at}.value`)}
          />
          <ActionIcon
            size={34}
            aria-label={t('cards.removeContact', { value: contact.value })}
            onClick={() => form.removeListItem('contacts', at)}
          >
            <IconX size={16} />
          </ActionIcon>
        </div>
      ))}
      <div>
        <Button
          variant="subtle"
          leftSection={<IconPlus size={14} />}
          onClick={() =>
            form.insertListItem('contacts', {
              kind: contacts.some(({ kind }) => kind === 'email') ? 'phone' : 'email',
              value: '',
            })
          }
        >
          {t('cards.addContact')}
        </Button>
      </div>
    </fieldset>
  );
}
