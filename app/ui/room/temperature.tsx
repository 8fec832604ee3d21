import type { Temperature } from "#domain/agenda.ts";
import { useWords } from "#words/context.tsx";
import "./temperature.css";

const DEGREES = [1, 2, 3, 4, 5] as const;

/** Five large buttons: how the wording feels, before anybody votes on it. Nobody's name is on a reading. */
export const TemperatureAsk = ({ own, onGive }: { own: number | null; onGive: (value: number) => void }) => {
  const { t } = useWords();
  return (
    <fieldset className="temperature">
      <legend>{t("temperature.ask")}</legend>
      <div className="temperature__degrees">
        {DEGREES.map((value) => (
          <button
            key={value}
            type="button"
            className="temperature__degree"
            aria-pressed={own === value}
            aria-label={t(`temperature.${value}`)}
            onClick={() => onGive(value)}
          >
            {value}
          </button>
        ))}
      </div>
      <p className="temperature__ends" aria-hidden="true">
        <span>{t("temperature.1")}</span>
        <span>{t("temperature.5")}</span>
      </p>
      {own !== null && <p role="status">{t("temperature.given")}</p>}
    </fieldset>
  );
};

/** The spread as columns; one reading is one dot, grouped by degree and by nothing else. */
export const Spread = ({ temperature }: { temperature: Temperature }) => {
  const { t } = useWords();
  const counts = DEGREES.map((value) => temperature.readings.filter((reading) => reading === value).length);
  const said = DEGREES.map((value, at) => `${t(`temperature.${value}`)}: ${counts[at]}`).join(", ");
  return (
    <figure className="spread" role="img" aria-label={said}>
      <p className="spread__ends">
        <span>{t("temperature.1")}</span>
        <span>{t("temperature.5")}</span>
      </p>
      {counts.map((count, at) => (
        <div key={DEGREES[at]} className="spread__column">
          <span className="spread__dots">
            {Array.from({ length: count }, (_, dot) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: readings of one degree are alike
              <span key={dot} className="spread__dot" />
            ))}
          </span>
          <span className="spread__degree">{DEGREES[at]}</span>
        </div>
      ))}
    </figure>
  );
};
