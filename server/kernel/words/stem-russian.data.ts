/**
 * Endings of the Russian stemmer of the Snowball project (snowballstem.org/algorithms/russian). In the first list of a pair
 * the ending counts only after "а" or "я", which stay.
 */
type Endings = { readonly afterA: string; readonly any: string };

export const perfectiveGerund: Endings = {
  afterA: 'в вши вшись',
  any: 'ив ивши ившись ыв ывши ывшись',
};

export const adjective: Endings = {
  afterA: '',
  any: 'ее ие ые ое ими ыми ей ий ый ой ем им ым ом его ого ему ому их ых ую юю ая яя ою ею',
};

export const participle: Endings = { afterA: 'ем нн вш ющ щ', any: 'ивш ывш ующ' };

export const reflexive: Endings = { afterA: '', any: 'ся сь' };

export const verb: Endings = {
  afterA: 'ла на ете йте ли й л ем н ло но ет ют ны ть ешь нно',
  any:
    'ила ыла ена ейте уйте ите или ыли ей уй ил ыл им ым ен ило ыло ено ят ует уют ит ыт ены ' +
    'ить ыть ишь ую ю',
};

export const noun: Endings = {
  afterA: '',
  any:
    'а ев ов ие ье е иями ями ами еи ии и ией ей ой ий й иям ям ием ем ам ом о у ах иях ях ы ь ' +
    'ию ью ю ия ья я',
};

export const superlative: Endings = { afterA: '', any: 'ейш ейше' };
export const derivational: Endings = { afterA: '', any: 'ост ость' };
