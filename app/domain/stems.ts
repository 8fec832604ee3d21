/**
 * Words of a text as stems, Russian and English alike: `Скидки согласуются` gives `скидк`, `согласу`. Light on purpose:
 * a stem only has to be the same for the forms of one word, it is never shown.
 */
export const termsOf = (text: string): string[] =>
  (text.toLowerCase().replaceAll("ё", "е").match(WORD) ?? []).flatMap((word) => {
    if (STOP.has(word)) return [];
    const stem = /[а-я]/.test(word) ? russian(word) : english(word.replace(/['’].*$/, ""));
    return stem.length < 2 ? [] : [stem.slice(0, LONGEST)];
  });

/** Letters of a stem that count: `регистрация` and `регистрируется` are one word here, as are `approve` and `approval`. */
const LONGEST = 6;

const WORD = /[a-zа-я]+(?:['’][a-z]+)?/g;

/** Words that say nothing about the subject; idf alone would still let a long sentence collect them. */
const STOP = new Set(
  (
    "и в во не на с со что как по а но за из к ко у о об от до для или если то же бы ли мы вы он она оно они его ее их " +
    "это этот эта эти этого том тот та те при так уже еще только все всех всем всё весь вся чтобы когда кто где чем без " +
    "под над через между после перед быть есть был была было были будет наш наша наши наше нас нам вас вам свой своя свои " +
    "который которая которые которое можно нужно надо должен должна должно должны там тут также ни да нет один одна одно " +
    "the a an and or of to in on at by for with from as is are be was were been it its this that these those we you he " +
    "she they our your their his her not no do does did has have had will would may must can should if then than when " +
    "who what which how where there here all any each every before after into per own only so but up out about more"
  ).split(" "),
);

/** From the first vowel on: what stands before it is never an ending. */
const VOWEL = /[аеиоуыэюя]/;

// The endings are those of Porter's stemmer for Russian (snowballstem.org/algorithms/russian), in its order
const GERUND = /(?:ив|ивши|ившись|ыв|ывши|ывшись)$|(?<=[ая])(?:в|вши|вшись)$/;
const REFLEXIVE = /с[яь]$/;
const ADJECTIVE = /(?:ее|ие|ые|ое|ими|ыми|ей|ий|ый|ой|ем|им|ым|ом|его|ого|ему|ому|их|ых|ую|юю|ая|яя|ою|ею)$/;
const PARTICIPLE = /(?:ивш|ывш|ующ)$|(?<=[ая])(?:ем|нн|вш|ющ|щ)$/;
const VERB =
  /(?:ила|ыла|ена|ейте|уйте|ите|или|ыли|ей|уй|ил|ыл|им|ым|ен|ило|ыло|ено|ят|ует|уют|ит|ыт|ены|ить|ыть|ишь|ую|ю)$|(?<=[ая])(?:ла|на|ете|йте|ли|й|л|ем|н|ло|но|ет|ют|ны|ть|ешь|нно)$/;
const NOUN =
  /(?:а|ев|ов|ие|ье|е|иями|ями|ами|еи|ии|и|ией|ей|ой|ий|й|иям|ям|ием|ем|ам|ом|о|у|ах|иях|ях|ы|ь|ию|ью|ю|ия|ья|я)$/;

/** `звонок` and `звонки`, `порядок` and `порядку`; short words such as `срок` keep theirs. */
const FLEETING = /(?<=.{4})ок$/;

const russian = (word: string): string => {
  const start = word.search(VOWEL) + 1;
  if (start === 0) return word;
  const cut = (text: string, ending: RegExp): string | null => {
    const found = ending.exec(text);
    return found && found.index >= start ? text.slice(0, found.index) : null;
  };
  const inflected = (text: string): string => {
    const bare = cut(text, REFLEXIVE) ?? text;
    const adjective = cut(bare, ADJECTIVE);
    if (adjective !== null) return cut(adjective, PARTICIPLE) ?? adjective;
    return cut(bare, VERB) ?? cut(bare, NOUN) ?? bare;
  };
  let stem = cut(word, GERUND) ?? inflected(word);
  stem = cut(stem, /и$/) ?? stem;
  stem = cut(stem, /ость?$/) ?? stem;
  return stem
    .replace(/ейше?$/, "")
    .replace(/нн$/, "н")
    .replace(/ь$/, "")
    .replace(FLEETING, "к");
};

const ENGLISH: [RegExp, string][] = [
  [/ies$|ied$/, "y"],
  [/(?<=ss|x|ch|sh)es$/, ""],
  [/(?<=[^su])s$/, ""],
  [/(?:ization|isation)$/, "ize"],
  [/(?:ations?|ments?|ings?|ions?|edly|ed|ly|ers?|ors?)$/, ""],
  [/(.)\1$/, "$1"],
  [/[ey]$/, ""],
];

/** An ending goes only where three letters stay, so that `used` and `order` keep a stem. */
const english = (word: string): string =>
  ENGLISH.reduce((stem, [ending, instead]) => {
    const cut = stem.replace(ending, instead);
    return cut.length >= 3 ? cut : stem;
  }, word);
