export const availabilitySection = {
  title: 'Working hours and absence',
  text: 'Who is there when: absences with substitutes, duty and working hours.',
};
