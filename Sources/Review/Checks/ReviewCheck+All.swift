extension ReviewCheck {
  /// Every check. A new one is a value in a file beside this one and a name in this list.
  public static let all: [ReviewCheck] = [
    .sumInTable, .resultChain, .noteAgainstStatement, .balanceSides, .equityChain, .cashFlowRows, .cashFlowSubtotal,
    .cashFlowEmpty,
    .cashRollForward, .cashAgainstBalance, .resultEverywhere, .operatingSum, .operatingDeviation, .operatingNet,
    .operatingResult,
    .solidity, .equityShare, .projectDifference, .projectAgainstCosts, .undrawn, .contributionQuarters, .sexesAddUp,
    .meanBetweenSexes,
    .participantsAgainstInsatser, .flowOfParticipants, .shareOfClosed, .costEach, .percentOfStated, .possiblePercent,
    .possibleInText, .sharesInTable,
    .overviewAgainstStatements, .overviewSum,
    .textAgainstTable, .incomeMinusCosts, .surplusOrDeficit, .budgetInBalance, .employees, .balanceRequirement,
    .budgetAppendix, .budgetTwice,
    .unitAgainstSize, .sameYearTwice, .impossibleDate, .numbering, .guidance, .smallCells, .organisationNumber,
    .signatures,
  ]
}
