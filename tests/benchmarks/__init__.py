"""How fast quiz is, beside the floor or the peer of each figure, as ratios in one run.

`python -m tests.benchmarks` prints the table; nothing here is run by the tests but its smallest size.
"""
