"""The steps of action plans, as all answers and documents read them."""

from __future__ import annotations

from typing import Any

from domain.plan import PlanStepSet


def step_values(body: PlanStepSet) -> dict[str, Any]:
    """The fields of a `Step`."""
    return {
        "number": body.number,
        "phase": body.phase,
        "activity": body.activity,
        "executor": body.executor,
        "output": body.output,
        "method": body.method,
        "start": body.begins,
        "end": body.ends,
        "partners": body.partners,
        "place": body.place,
        "cost": body.cost,
        "fund_source": body.fund_source,
        "target": body.target,
        "success_measure": body.success_measure,
    }
