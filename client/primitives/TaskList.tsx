import type { ReactNode } from 'react';
import styles from './TaskList.module.css';

interface TasksProps {
  /** Names the section in the page. */
  id: string;
  title: string;
  children: ReactNode;
}

/** A part of a page with matters of one kind, such as those that wait for an answer. */
export const Tasks = ({ id, title, children }: TasksProps) => (
  <section aria-labelledby={id} className={styles.tasks}>
    <h2 id={id}>{title}</h2>
    {children}
  </section>
);

export const TaskList = ({ children }: { children: ReactNode }) => (
  <ul className={styles.lines}>{children}</ul>
);

interface TaskProps {
  /** Where the matter comes from: a meeting, a number. */
  origin: ReactNode;
  title: ReactNode;
  /** Until when, for example. */
  children?: ReactNode;
  /** The one thing to do about it, or how it stands. */
  act: ReactNode;
}

/** One matter of a list. */
export const Task = ({ origin, title, children, act }: TaskProps) => (
  <li className={styles.line}>
    <span className={styles.words}>
      <span className={styles.origin}>{origin}</span>
      <span className={styles.title}>{title}</span>
      {children}
    </span>
    {act}
  </li>
);
