export const slaSection = {
  title: 'SLA',
  text: 'How soon customers are answered and helped. Of several policies the first that fits a ticket counts.',
};
