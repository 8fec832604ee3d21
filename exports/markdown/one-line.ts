/** What somebody typed as text inside one line of Markdown: blanks joined, signs that mean something there kept as signs. */
export const oneLine = (text: string): string => text.replace(/\s+/g, " ").replace(/[\\|<>*_`[\]]/g, "\\$&");
