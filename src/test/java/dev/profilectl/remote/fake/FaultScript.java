package dev.profilectl.remote.fake;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/** Which exchange goes wrong: the next ones, or all that meet a condition. */
final class FaultScript {
  private record Rule(Predicate<Request> condition, Fault fault) {}

  private final Queue<Fault> next = new ConcurrentLinkedQueue<>();
  private final List<Rule> rules = new CopyOnWriteArrayList<>();

  void next(List<Fault> faults) {
    next.addAll(faults);
  }

  void on(Predicate<Request> condition, Fault fault) {
    rules.add(new Rule(condition, fault));
  }

  void clear() {
    next.clear();
    rules.clear();
  }

  /** The next of the script; else the first early rule that a request without its body meets. */
  Fault atHead(Request head) {
    Fault scripted = next.poll();
    return scripted != null ? scripted : ruled(head, true);
  }

  /** The first other rule that the whole request meets. */
  Fault atBody(Request request) {
    return ruled(request, false);
  }

  private Fault ruled(Request request, boolean early) {
    return rules.stream()
        .filter(rule -> rule.fault().isEarly() == early && rule.condition().test(request))
        .map(Rule::fault)
        .findFirst()
        .orElse(Fault.NONE);
  }
}
