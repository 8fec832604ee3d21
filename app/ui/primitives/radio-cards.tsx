import { type ReactNode, useEffect, useId, useRef } from "react";
import "./radio-cards.css";

export type RadioCard<V extends string = string> = {
  value: V;
  label: ReactNode;
  meaning?: ReactNode;
  /** A shape before the label, such as `BallotShape`. */
  mark?: ReactNode;
  disabled?: boolean;
};

/** A choice big enough for a thumb; every card says what it means. Native radios: arrows and forms work by themselves. */
export const RadioCards = <V extends string>({
  legend,
  hideLegend,
  name,
  cards,
  value,
  defaultValue,
  onChange,
  wide,
}: {
  legend: ReactNode;
  hideLegend?: boolean;
  name: string;
  cards: readonly RadioCard<V>[];
  value?: V | null;
  defaultValue?: V;
  onChange?: (value: V) => void;
  /** Lay the cards side by side where there is room. */
  wide?: boolean;
}) => {
  const id = useId();
  const fieldset = useRef<HTMLFieldSetElement>(null);
  const choose = useRef(onChange);
  choose.current = onChange;
  // a card that was tapped while the page still came alive looks chosen, and a second tap would change nothing
  useEffect(() => {
    const tapped = fieldset.current?.querySelector<HTMLInputElement>("input:checked:not([checked])");
    if (tapped) choose.current?.(tapped.value as V);
  }, []);
  return (
    <fieldset className="radio-cards" ref={fieldset}>
      <legend className={hideLegend ? "visually-hidden" : "radio-cards__legend"}>{legend}</legend>
      <div className={wide ? "radio-cards__list radio-cards__list--wide" : "radio-cards__list"}>
        {cards.map((card) => (
          <label key={card.value} className="radio-card">
            <input
              type="radio"
              name={name}
              value={card.value}
              disabled={card.disabled}
              aria-describedby={card.meaning ? `${id}-${card.value}` : undefined}
              {...(value !== undefined
                ? { checked: value === card.value, onChange: () => onChange?.(card.value) }
                : { defaultChecked: defaultValue === card.value, onChange: () => onChange?.(card.value) })}
            />
            {card.mark && <span className="radio-card__mark">{card.mark}</span>}
            <span className="radio-card__words">
              <span className="radio-card__label">{card.label}</span>
              {card.meaning && (
                <span className="radio-card__meaning" id={`${id}-${card.value}`}>
                  {card.meaning}
                </span>
              )}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
};
