"""What is written to a file for others: results of tests, and papers to be sat without a computer.

A report is a row of blocks, which HTML and Markdown write each in their own way.
"""
