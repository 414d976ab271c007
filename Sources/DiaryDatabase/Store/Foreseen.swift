// What is to be fetched for questions that are foreseen.

#if PostgreSQL
  internal import CivilTime
  internal import Diary
  internal import DiaryFormat
  internal import People

  extension Fetching {
    /// What the questions that `foresee` tells need.
    init(_ foresee: (inout ForeseenQuestions) -> Void) {
      var foreseen = ForeseenQuestions()
      foresee(&foreseen)
      for id in foreseen.subjects { direct.append(PostingKey.subject(id)) }
      for id in foreseen.persons { direct.append(PostingKey.person(id)) }
      for keys in foreseen.searches {
        for key in keys.keys { leading.append(PostingKey.search(key)) }
        for key in keys.rare { rare.append(PostingKey.search(key)) }
      }
      for repetition in foreseen.repetitions {
        for key in repetition.keys { leading.append(PostingKey.place(repetition.product, repetition.start, key)) }
      }
      for range in foreseen.ranges where !range.isEmpty {
        let touched = DayKey.touched(range.lowerBound, range.upperBound)
        days =
          min(
            days?.lowerBound ?? touched.lowerBound, touched.lowerBound)...max(
            days?.upperBound ?? touched.upperBound, touched.upperBound)
      }
    }
  }
#endif
