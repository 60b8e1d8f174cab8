package dev.profilectl.bulk;

/** Asks a run to end after what is in flight. May be asked by any thread. */
public final class StopSign {
  private volatile boolean raised;

  /** Asks. */
  public void raise() {
    raised = true;
  }

  /** Whether somebody has asked. */
  public boolean isRaised() {
    return raised;
  }
}
