extension M0001 {
  /// The association's nouns. An act that changes one writes all rows of the tables it changes, under its own
  /// sequence; `edition` says, per table, under which sequence the rows now stand.
  static let association = """
    CREATE TABLE edition (
      history_sequence INTEGER NOT NULL REFERENCES history (sequence),
      noun TEXT NOT NULL,
      rows_sequence INTEGER NOT NULL,
      PRIMARY KEY (history_sequence, noun)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE association (
      history_sequence INTEGER NOT NULL REFERENCES history (sequence),
      position INTEGER NOT NULL,
      name TEXT NOT NULL,
      organisation_number TEXT NOT NULL,
      seat TEXT NOT NULL,
      chart TEXT NOT NULL,
      PRIMARY KEY (history_sequence, position)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE setting (
      history_sequence INTEGER NOT NULL REFERENCES history (sequence),
      position INTEGER NOT NULL,
      cap_base TEXT NOT NULL,
      cap_low_permille INTEGER NOT NULL,
      cap_high_permille INTEGER NOT NULL,
      cap_step_ore INTEGER NOT NULL,
      operating_layout TEXT NOT NULL,
      operating_in_thousands INTEGER NOT NULL,
      small_count_below INTEGER NOT NULL,
      overview_year_count INTEGER NOT NULL,
      PRIMARY KEY (history_sequence, position)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE mapping_source (
      history_sequence INTEGER NOT NULL REFERENCES history (sequence),
      position INTEGER NOT NULL,
      source TEXT NOT NULL,
      PRIMARY KEY (history_sequence, position)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE member (
      history_sequence INTEGER NOT NULL REFERENCES history (sequence),
      position INTEGER NOT NULL,
      member_id TEXT NOT NULL,
      name TEXT NOT NULL,
      kind TEXT NOT NULL,
      joined_on INTEGER,
      left_on INTEGER,
      PRIMARY KEY (history_sequence, position)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE contribution_key (
      history_sequence INTEGER NOT NULL REFERENCES history (sequence),
      position INTEGER NOT NULL,
      valid_from INTEGER NOT NULL,
      rounding_member_id TEXT NOT NULL,
      unit_ore INTEGER NOT NULL,
      decided_on INTEGER,
      paragraph TEXT NOT NULL,
      PRIMARY KEY (history_sequence, position)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE contribution_part (
      history_sequence INTEGER NOT NULL REFERENCES history (sequence),
      key_position INTEGER NOT NULL,
      position INTEGER NOT NULL,
      member_id TEXT NOT NULL,
      numerator INTEGER NOT NULL,
      denominator INTEGER NOT NULL,
      PRIMARY KEY (history_sequence, key_position, position)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE insats (
      history_sequence INTEGER NOT NULL REFERENCES history (sequence),
      position INTEGER NOT NULL,
      insats_id TEXT NOT NULL,
      name TEXT NOT NULL,
      kind TEXT NOT NULL,
      owner_id TEXT NOT NULL,
      purpose TEXT NOT NULL,
      target_group TEXT NOT NULL,
      started_on INTEGER,
      ended_on INTEGER,
      PRIMARY KEY (history_sequence, position)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE frame (
      history_sequence INTEGER NOT NULL REFERENCES history (sequence),
      position INTEGER NOT NULL,
      insats_id TEXT NOT NULL,
      receiver_id TEXT NOT NULL,
      year INTEGER NOT NULL,
      granted_ore INTEGER NOT NULL,
      decided_on INTEGER,
      paragraph TEXT NOT NULL,
      PRIMARY KEY (history_sequence, position)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE budget (
      history_sequence INTEGER NOT NULL REFERENCES history (sequence),
      position INTEGER NOT NULL,
      year INTEGER NOT NULL,
      version INTEGER NOT NULL,
      decided_on INTEGER,
      paragraph TEXT NOT NULL,
      consulted_on INTEGER,
      expected_opening_equity_ore INTEGER NOT NULL,
      PRIMARY KEY (history_sequence, position)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE budget_equity (
      history_sequence INTEGER NOT NULL REFERENCES history (sequence),
      budget_position INTEGER NOT NULL,
      position INTEGER NOT NULL,
      closing_equity_ore INTEGER NOT NULL,
      PRIMARY KEY (history_sequence, budget_position, position)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE budget_line (
      history_sequence INTEGER NOT NULL REFERENCES history (sequence),
      budget_position INTEGER NOT NULL,
      position INTEGER NOT NULL,
      line_id TEXT NOT NULL,
      title TEXT NOT NULL,
      line_group TEXT NOT NULL,
      member_id TEXT NOT NULL,
      insats_id TEXT NOT NULL,
      activity_id TEXT NOT NULL,
      PRIMARY KEY (history_sequence, budget_position, position)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE budget_amount (
      history_sequence INTEGER NOT NULL REFERENCES history (sequence),
      budget_position INTEGER NOT NULL,
      line_position INTEGER NOT NULL,
      position INTEGER NOT NULL,
      amount_ore INTEGER NOT NULL,
      PRIMARY KEY (history_sequence, budget_position, line_position, position)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE goal (
      history_sequence INTEGER NOT NULL REFERENCES history (sequence),
      position INTEGER NOT NULL,
      goal_id TEXT NOT NULL,
      year INTEGER NOT NULL,
      kind TEXT NOT NULL,
      title TEXT NOT NULL,
      text TEXT NOT NULL,
      definition TEXT NOT NULL,
      rule TEXT NOT NULL,
      rule_number INTEGER,
      rule_figure TEXT,
      rule_limit TEXT,
      insats_id TEXT NOT NULL,
      judged_met INTEGER,
      comment TEXT NOT NULL,
      PRIMARY KEY (history_sequence, position)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE goal_outcome (
      history_sequence INTEGER NOT NULL REFERENCES history (sequence),
      goal_position INTEGER NOT NULL,
      position INTEGER NOT NULL,
      title TEXT NOT NULL,
      met_women INTEGER,
      met_men INTEGER,
      met_not_stated INTEGER,
      base_women INTEGER,
      base_men INTEGER,
      base_not_stated INTEGER,
      PRIMARY KEY (history_sequence, goal_position, position)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE count_table (
      history_sequence INTEGER NOT NULL REFERENCES history (sequence),
      position INTEGER NOT NULL,
      table_id TEXT NOT NULL,
      year INTEGER NOT NULL,
      title TEXT NOT NULL,
      kind TEXT NOT NULL,
      row_heading TEXT NOT NULL,
      insats_id TEXT NOT NULL,
      remark TEXT NOT NULL,
      PRIMARY KEY (history_sequence, position)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE count_row (
      history_sequence INTEGER NOT NULL REFERENCES history (sequence),
      table_position INTEGER NOT NULL,
      position INTEGER NOT NULL,
      row_id TEXT NOT NULL,
      title TEXT NOT NULL,
      women INTEGER NOT NULL,
      men INTEGER NOT NULL,
      not_stated INTEGER NOT NULL,
      PRIMARY KEY (history_sequence, table_position, position)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE survey (
      history_sequence INTEGER NOT NULL REFERENCES history (sequence),
      position INTEGER NOT NULL,
      survey_id TEXT NOT NULL,
      year INTEGER NOT NULL,
      title TEXT NOT NULL,
      positive_from INTEGER NOT NULL,
      population TEXT NOT NULL,
      asked INTEGER NOT NULL,
      answered INTEGER NOT NULL,
      insats_id TEXT NOT NULL,
      PRIMARY KEY (history_sequence, position)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE survey_step (
      history_sequence INTEGER NOT NULL REFERENCES history (sequence),
      survey_position INTEGER NOT NULL,
      position INTEGER NOT NULL,
      text TEXT NOT NULL,
      PRIMARY KEY (history_sequence, survey_position, position)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE survey_question (
      history_sequence INTEGER NOT NULL REFERENCES history (sequence),
      survey_position INTEGER NOT NULL,
      position INTEGER NOT NULL,
      question_id TEXT NOT NULL,
      text TEXT NOT NULL,
      positive_women INTEGER NOT NULL,
      positive_men INTEGER NOT NULL,
      positive_not_stated INTEGER NOT NULL,
      answered_women INTEGER NOT NULL,
      answered_men INTEGER NOT NULL,
      answered_not_stated INTEGER NOT NULL,
      PRIMARY KEY (history_sequence, survey_position, position)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE activity (
      history_sequence INTEGER NOT NULL REFERENCES history (sequence),
      position INTEGER NOT NULL,
      year INTEGER NOT NULL,
      title TEXT NOT NULL,
      participants INTEGER,
      goal TEXT NOT NULL,
      result TEXT NOT NULL,
      verdict TEXT NOT NULL,
      PRIMARY KEY (history_sequence, position)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE seat (
      history_sequence INTEGER NOT NULL REFERENCES history (sequence),
      position INTEGER NOT NULL,
      function TEXT NOT NULL,
      name TEXT NOT NULL,
      member_id TEXT NOT NULL,
      first_day INTEGER,
      last_day INTEGER,
      PRIMARY KEY (history_sequence, position)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE staff (
      history_sequence INTEGER NOT NULL REFERENCES history (sequence),
      position INTEGER NOT NULL,
      year INTEGER NOT NULL,
      function TEXT NOT NULL,
      employer TEXT NOT NULL,
      women INTEGER NOT NULL,
      men INTEGER NOT NULL,
      not_stated INTEGER NOT NULL,
      full_time_percent INTEGER NOT NULL,
      PRIMARY KEY (history_sequence, position)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE meeting_count (
      history_sequence INTEGER NOT NULL REFERENCES history (sequence),
      position INTEGER NOT NULL,
      meeting_id TEXT NOT NULL,
      year INTEGER NOT NULL,
      title TEXT NOT NULL,
      meetings INTEGER NOT NULL,
      PRIMARY KEY (history_sequence, position)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE year_figures (
      history_sequence INTEGER NOT NULL REFERENCES history (sequence),
      position INTEGER NOT NULL,
      year INTEGER NOT NULL,
      income_ore INTEGER NOT NULL,
      costs_ore INTEGER NOT NULL,
      result_ore INTEGER NOT NULL,
      equity_ore INTEGER,
      assets_ore INTEGER,
      solidity_permille INTEGER,
      employees INTEGER,
      PRIMARY KEY (history_sequence, position)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE deviation (
      history_sequence INTEGER NOT NULL REFERENCES history (sequence),
      position INTEGER NOT NULL,
      year INTEGER NOT NULL,
      recommendation TEXT NOT NULL,
      reason TEXT NOT NULL,
      PRIMARY KEY (history_sequence, position)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE balance_requirement (
      history_sequence INTEGER NOT NULL REFERENCES history (sequence),
      position INTEGER NOT NULL,
      year INTEGER NOT NULL,
      realised_gains_ore INTEGER NOT NULL,
      exempt_gains_ore INTEGER NOT NULL,
      exempt_losses_ore INTEGER NOT NULL,
      unrealised_ore INTEGER NOT NULL,
      unrealised_reversed_ore INTEGER NOT NULL,
      reserve_change_ore INTEGER NOT NULL,
      exceptional_ore INTEGER NOT NULL,
      exceptional_reason TEXT NOT NULL,
      decided_on INTEGER,
      paragraph TEXT NOT NULL,
      restoration TEXT NOT NULL,
      PRIMARY KEY (history_sequence, position)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE report_facts (
      history_sequence INTEGER NOT NULL REFERENCES history (sequence),
      position INTEGER NOT NULL,
      year INTEGER NOT NULL,
      decided_on INTEGER,
      paragraph TEXT NOT NULL,
      signed_on INTEGER,
      diary_number TEXT NOT NULL,
      PRIMARY KEY (history_sequence, position)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE signatory (
      history_sequence INTEGER NOT NULL REFERENCES history (sequence),
      report_position INTEGER NOT NULL,
      is_auditor INTEGER NOT NULL,
      position INTEGER NOT NULL,
      function TEXT NOT NULL,
      name TEXT NOT NULL,
      appointed_by TEXT NOT NULL,
      PRIMARY KEY (history_sequence, report_position, is_auditor, position)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE quoted_figure (
      history_sequence INTEGER NOT NULL REFERENCES history (sequence),
      position INTEGER NOT NULL,
      figure_id TEXT NOT NULL,
      text TEXT NOT NULL,
      source TEXT NOT NULL,
      PRIMARY KEY (history_sequence, position)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE report_text (
      history_sequence INTEGER NOT NULL REFERENCES history (sequence),
      position INTEGER NOT NULL,
      year INTEGER NOT NULL,
      chapter_id TEXT NOT NULL,
      markdown TEXT NOT NULL,
      PRIMARY KEY (history_sequence, position)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE finding_answer (
      history_sequence INTEGER NOT NULL REFERENCES history (sequence),
      position INTEGER NOT NULL,
      year INTEGER NOT NULL,
      code TEXT NOT NULL,
      place TEXT NOT NULL,
      reason TEXT NOT NULL,
      answered_by TEXT NOT NULL,
      answered_on INTEGER NOT NULL,
      PRIMARY KEY (history_sequence, position)
    ) STRICT, WITHOUT ROWID;

    """
}
