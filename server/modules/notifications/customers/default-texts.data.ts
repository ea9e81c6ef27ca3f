import type { CustomerKind, CustomerTexts } from '../schema.ts';

/** What customers read until the company has written its own. */
export const defaultTexts: Readonly<Record<CustomerKind, CustomerTexts>> = {
  received: {
    en: {
      subject: 'We have received your request #{{ ticket.number }}: {{ ticket.subject }}',
      body: `Hello{% if customer.first_name %}, {{ customer.first_name }}{% endif %}!

We have received your request. Its number is {{ ticket.number }}.
{% if ticket.first_response_due_at %}We will answer by {{ ticket.first_response_due_at | date: "full" }}.
{% endif %}
If you want to add something, just answer this letter.

{{ company.name }}`,
    },
    ru: {
      subject: 'Мы получили ваше обращение №{{ ticket.number }}: {{ ticket.subject }}',
      body: `Здравствуйте{% if customer.first_name %}, {{ customer.first_name }}{% endif %}!

Мы получили ваше обращение. Его номер — {{ ticket.number }}.
{% if ticket.first_response_due_at %}Ответим до {{ ticket.first_response_due_at | date: "full" }}.
{% endif %}
Если хотите что-то добавить, просто ответьте на это письмо.

{{ company.name }}`,
    },
  },
  status: {
    en: {
      subject: 'Your request #{{ ticket.number }}: {{ ticket.status_name }}',
      body: `Hello{% if customer.first_name %}, {{ customer.first_name }}{% endif %}!

Your request “{{ ticket.subject }}” is now: {{ ticket.status_name }}.

{{ company.name }}`,
    },
    ru: {
      subject: 'Обращение №{{ ticket.number }}: {{ ticket.status_name }}',
      body: `Здравствуйте{% if customer.first_name %}, {{ customer.first_name }}{% endif %}!

Состояние вашего обращения «{{ ticket.subject }}»: {{ ticket.status_name }}.

{{ company.name }}`,
    },
  },
  solved: {
    en: {
      subject: 'Your request #{{ ticket.number }} is solved',
      body: `Hello{% if customer.first_name %}, {{ customer.first_name }}{% endif %}!

We think that your request “{{ ticket.subject }}” is solved. If it is not, just answer this letter, and we will go on.

{{ company.name }}`,
    },
    ru: {
      subject: 'Обращение №{{ ticket.number }} решено',
      body: `Здравствуйте{% if customer.first_name %}, {{ customer.first_name }}{% endif %}!

Мы считаем, что ваше обращение «{{ ticket.subject }}» решено. Если это не так, просто ответьте на это письмо, и мы продолжим.

{{ company.name }}`,
    },
  },
};
