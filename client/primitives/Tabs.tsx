import { type ReactNode, useEffect, useRef } from 'react';
import { Tab as AriaTab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components/Tabs';
import styles from './Tabs.module.css';
import { cx } from './cx.ts';

export interface TabItem<Id extends string = string> {
  id: Id;
  label: string;
  /** Shown after the label, for example how many. */
  count?: number;
  content: ReactNode;
}

export interface TabsProps<Id extends string> {
  /** What the tabs divide; read out. */
  label: string;
  tabs: readonly TabItem<Id>[];
  /** Left out, the tabs keep their own state. */
  value?: Id;
  onChange?: (id: Id) => void;
}

export function Tabs<Id extends string>({ label, tabs, value, onChange }: TabsProps<Id>) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => showSelected(list.current), [value]);
  const change = (key: unknown) => {
    const chosen = tabs.find(({ id }) => id === key);
    if (chosen) onChange?.(chosen.id);
  };
  return (
    <AriaTabs {...(value !== undefined && { selectedKey: value })} onSelectionChange={change}>
      <TabList ref={list} aria-label={label} className={cx(styles.list)}>
        {tabs.map((tab) => (
          <AriaTab key={tab.id} id={tab.id} className={cx(styles.tab)}>
            {tab.label}
            {tab.count !== undefined && <span className={styles.count}>{tab.count}</span>}
          </AriaTab>
        ))}
      </TabList>
      {tabs.map((tab) => (
        <TabPanel key={tab.id} id={tab.id} className={cx(styles.panel)}>
          {tab.content}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}

/** Where there are more tabs than fit, the chosen one is among those in sight; the page itself stays put. */
function showSelected(list: HTMLElement | null) {
  const tab = list?.querySelector<HTMLElement>('[data-selected]');
  if (list && tab) list.scrollLeft = tab.offsetLeft - (list.clientWidth - tab.offsetWidth) / 2;
}
